/** The names of provinces that are written in full; elsewhere the code itself is written, such as NY. ISO 3166-2. */
const NAMES: Record<string, string> = {
  es: `
    C A Coruña, VI Álava, AB Albacete, A Alicante, AL Almería, O Asturias, AV Ávila, BA Badajoz, B Barcelona,
    BI Bizkaia, BU Burgos, CC Cáceres, CA Cádiz, S Cantabria, CS Castellón, CE Ceuta, CR Ciudad Real,
    CO Córdoba, CU Cuenca, SS Gipuzkoa, GI Girona, GR Granada, GU Guadalajara, H Huelva, HU Huesca,
    PM Illes Balears, J Jaén, LO La Rioja, GC Las Palmas, LE León, L Lleida, LU Lugo, M Madrid, MA Málaga,
    ML Melilla, MU Murcia, NA Navarra, OR Ourense, P Palencia, PO Pontevedra, SA Salamanca,
    TF Santa Cruz de Tenerife, SG Segovia, SE Sevilla, SO Soria, T Tarragona, TE Teruel, TO Toledo,
    V Valencia, VA Valladolid, ZA Zamora, Z Zaragoza`,
  jp: `
    01 Hokkaido, 02 Aomori, 03 Iwate, 04 Miyagi, 05 Akita, 06 Yamagata, 07 Fukushima, 08 Ibaraki, 09 Tochigi,
    10 Gunma, 11 Saitama, 12 Chiba, 13 Tokyo, 14 Kanagawa, 15 Niigata, 16 Toyama, 17 Ishikawa, 18 Fukui,
    19 Yamanashi, 20 Nagano, 21 Gifu, 22 Shizuoka, 23 Aichi, 24 Mie, 25 Shiga, 26 Kyoto, 27 Osaka, 28 Hyogo,
    29 Nara, 30 Wakayama, 31 Tottori, 32 Shimane, 33 Okayama, 34 Hiroshima, 35 Yamaguchi, 36 Tokushima,
    37 Kagawa, 38 Ehime, 39 Kochi, 40 Fukuoka, 41 Saga, 42 Nagasaki, 43 Kumamoto, 44 Oita, 45 Miyazaki,
    46 Kagoshima, 47 Okinawa`,
};

/**
 * A province as it is written in its country: "CA" for "us-ca", "Tokyo" for "jp-13". The backend stores ISO 3166-2 codes,
 * by which it finds taxes and shipping options (medusa/src/addresses); any other text is returned as it is.
 */
export function formatProvince(stored: string, country: string): string {
  const prefix = `${country.toLowerCase()}-`;
  if (!stored.toLowerCase().startsWith(prefix)) return stored;
  const code = stored.slice(prefix.length).toUpperCase();
  const entries = NAMES[country.toLowerCase()]?.split(",").map((entry) => entry.trim()) ?? [];
  return entries.find((entry) => entry.startsWith(`${code} `))?.slice(code.length + 1) ?? code;
}

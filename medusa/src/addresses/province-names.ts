/**
 * Provinces by ISO 3166-2: the code after the country's, a space, the name, and after a slash another one. Countries
 * whose addresses name them; the admin's own list of tax regions has the same codes.
 */
export const PROVINCE_NAMES: Record<string, string> = {
  us: `
    AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware,
    FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky,
    LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi,
    MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico,
    NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania,
    PR Puerto Rico, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah,
    VT Vermont, VA Virginia, WA Washington, DC Washington DC, WV West Virginia, WI Wisconsin, WY Wyoming,
    AS American Samoa, GU Guam, MP Northern Mariana Islands, VI U.S. Virgin Islands,
    AA Armed Forces Americas, AE Armed Forces Europe, AP Armed Forces Pacific`,
  ca: `
    AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador,
    NS Nova Scotia, NT Northwest Territories, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec,
    SK Saskatchewan, YT Yukon`,
  au: `
    ACT Australian Capital Territory, NSW New South Wales, NT Northern Territory, QLD Queensland,
    SA South Australia, TAS Tasmania, VIC Victoria, WA Western Australia`,
  it: `
    AG Agrigento, AL Alessandria, AN Ancona, AO Aosta, AR Arezzo, AP Ascoli Piceno, AT Asti, AV Avellino,
    BA Bari, BT Barletta-Andria-Trani, BL Belluno, BN Benevento, BG Bergamo, BI Biella, BO Bologna,
    BZ Bolzano, BS Brescia, BR Brindisi, CA Cagliari, CL Caltanissetta, CB Campobasso, CI Carbonia-Iglesias,
    CE Caserta, CT Catania, CZ Catanzaro, CH Chieti, CO Como, CS Cosenza, CR Cremona, KR Crotone, CN Cuneo,
    EN Enna, FM Fermo, FE Ferrara, FI Firenze, FG Foggia, FC Forlì-Cesena, FR Frosinone, GE Genova,
    GO Gorizia, GR Grosseto, IM Imperia, IS Isernia, SP La Spezia, AQ L'Aquila, LT Latina, LE Lecce,
    LC Lecco, LI Livorno, LO Lodi, LU Lucca, MC Macerata, MN Mantova, MS Massa-Carrara, MT Matera,
    VS Medio Campidano, ME Messina, MI Milano, MO Modena, MB Monza e Brianza, NA Napoli, NO Novara, NU Nuoro,
    OG Ogliastra, OT Olbia-Tempio, OR Oristano, PD Padova, PA Palermo, PR Parma, PV Pavia, PG Perugia,
    PU Pesaro e Urbino, PE Pescara, PC Piacenza, PI Pisa, PT Pistoia, PN Pordenone, PZ Potenza, PO Prato,
    RG Ragusa, RA Ravenna, RC Reggio Calabria, RE Reggio Emilia, RI Rieti, RN Rimini, RM Roma, RO Rovigo,
    SA Salerno, SS Sassari, SV Savona, SI Siena, SR Siracusa, SO Sondrio, TA Taranto, TE Teramo, TR Terni,
    TO Torino, TP Trapani, TN Trento, TV Treviso, TS Trieste, UD Udine, VA Varese, VE Venezia,
    VB Verbano-Cusio-Ossola, VC Vercelli, VR Verona, VV Vibo Valentia, VI Vicenza, VT Viterbo`,
  es: `
    C A Coruña, VI Álava, AB Albacete, A Alicante, AL Almería, O Asturias, AV Ávila, BA Badajoz, B Barcelona,
    BI Bizkaia, BU Burgos, CC Cáceres, CA Cádiz, S Cantabria, CS Castellón, CE Ceuta, CR Ciudad Real,
    CO Córdoba, CU Cuenca, SS Gipuzkoa, GI Girona, GR Granada, GU Guadalajara, H Huelva, HU Huesca,
    PM Illes Balears, J Jaén, LO La Rioja, GC Las Palmas, LE León, L Lleida, LU Lugo, M Madrid, MA Málaga,
    ML Melilla, MU Murcia, NA Navarra, OR Ourense, P Palencia, PO Pontevedra, SA Salamanca,
    TF Santa Cruz de Tenerife, SG Segovia, SE Sevilla, SO Soria, T Tarragona, TE Teruel, TO Toledo,
    V Valencia, VA Valladolid, ZA Zamora, Z Zaragoza`,
  jp: `
    01 Hokkaido/北海道, 02 Aomori/青森, 03 Iwate/岩手, 04 Miyagi/宮城, 05 Akita/秋田, 06 Yamagata/山形, 07 Fukushima/福島,
    08 Ibaraki/茨城, 09 Tochigi/栃木, 10 Gunma/群馬, 11 Saitama/埼玉, 12 Chiba/千葉, 13 Tokyo/東京, 14 Kanagawa/神奈川,
    15 Niigata/新潟, 16 Toyama/富山, 17 Ishikawa/石川, 18 Fukui/福井, 19 Yamanashi/山梨, 20 Nagano/長野, 21 Gifu/岐阜,
    22 Shizuoka/静岡, 23 Aichi/愛知, 24 Mie/三重, 25 Shiga/滋賀, 26 Kyoto/京都, 27 Osaka/大阪, 28 Hyogo/兵庫, 29 Nara/奈良,
    30 Wakayama/和歌山, 31 Tottori/鳥取, 32 Shimane/島根, 33 Okayama/岡山, 34 Hiroshima/広島, 35 Yamaguchi/山口,
    36 Tokushima/徳島, 37 Kagawa/香川, 38 Ehime/愛媛, 39 Kochi/高知, 40 Fukuoka/福岡, 41 Saga/佐賀, 42 Nagasaki/長崎,
    43 Kumamoto/熊本, 44 Oita/大分, 45 Miyazaki/宮崎, 46 Kagoshima/鹿児島, 47 Okinawa/沖縄`,
};

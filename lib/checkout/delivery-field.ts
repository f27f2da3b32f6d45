/** The name of the form's field for the delivery of a shipment. @param index of the shipment in its cart, from 0 */
export function getDeliveryField(index: number): string {
  return index === 0 ? "optionId" : `moreOptionIds.${index}`;
}

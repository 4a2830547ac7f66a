export const meetings = { id: 'b!möten', name: 'Mötesdokument' };

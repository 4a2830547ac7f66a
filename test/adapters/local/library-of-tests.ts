export const meetings = { id: 'b!möten', name: 'Mötesdokument' };

export const mailbox = 'samverkan@stad.example';

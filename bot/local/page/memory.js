/** What this browser remembers between visits; a browser that refuses to remember just greets again. */
const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(`samverkan.${key}`));
  } catch {
    return null;
  }
};
const write = (key, value) => {
  try {
    localStorage.setItem(`samverkan.${key}`, JSON.stringify(value));
  } catch (error) {
    console.warn('The browser keeps nothing between visits', error);
  }
};

export const memory = {
  isGreeted: () => read('greeted') === true,
  greeted: () => write('greeted', true),
  /** How many messages a person has seen in a conversation. */
  seen: (person, conversation) => read(`seen.${person}.${conversation}`) ?? 0,
  see: (person, conversation, messages) => write(`seen.${person}.${conversation}`, messages),
};

/** Who and where stand in the address, so that two windows can be two people: `?du=sara&var=hub-intro`. */
export const address = {
  read() {
    const query = new URLSearchParams(location.search);
    return { me: query.get('du') ?? undefined, conversation: query.get('var') ?? undefined };
  },
  write({ me, conversation }) {
    history.replaceState(null, '', `?${new URLSearchParams({ du: me, var: conversation })}`);
  },
};

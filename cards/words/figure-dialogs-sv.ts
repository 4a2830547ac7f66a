/** The dialogs in which units fill in figures, and write why they are as they are. */
import { figureForm } from './figure-form.ts';

export const reportDialog = {
  labels: {
    ...figureForm.sv,
    heading: 'Lämna siffror',
    period: 'Vilken period gäller det?',
    periodError: 'Välj en period.',
    numberError: 'Skriv ett antal med siffror. Skriv 0 om ingen deltog.',
  },
  summary: (name: string, unit: string) => `Lämna ${name} för ${unit}.`,
};

export const whyDialog = {
  labels: {
    heading: 'Varför ser siffran ut så?',
    period: 'Vilken period gäller det?',
    periodError: 'Välj en period.',
    factors: 'Påverkansfaktorer',
    factorsHint: 'Vad har påverkat resultatet?',
    analysis: 'Analys',
    analysisHint: 'Vad säger det oss?',
    direction: 'Inriktning',
    directionHint: 'Vad gör vi framåt?',
    noPersons: 'Skriv inget om enskilda, och inga antal som siffran inte visar.',
    kept: 'Det du skriver ersätter er enhets tidigare text för perioden; den sparas i historiken.',
    save: 'Spara',
  },
  about: (period: string) => `Det som står i fälten hör till ${period}. Väljer du en annan period skriver du om den från början.`,
  summary: (name: string, unit: string) => `Skriv varför ${name} ser ut som det gör, för ${unit}.`,
};

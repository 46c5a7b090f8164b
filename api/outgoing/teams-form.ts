import type { TeamsPost } from './outlets.ts'

/**
 * An Adaptive Card as the webhook of a Teams workflow takes it. The texts are runs, which Teams shows as they are; a
 * text block would read links and emphasis into them.
 */
export function teamsForm(card: { title: string; text: string; link: string; url: string }): TeamsPost {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      run({ text: card.title, size: 'Large', weight: 'Bolder' }),
      ...(card.text === '' ? [] : [run({ text: card.text })]),
    ],
    actions: [{ type: 'Action.OpenUrl', title: card.link, url: card.url }],
  }
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  }
}

const run = (inline: Record<string, string>) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', ...inline }],
})

import { escapeMarkdown } from './escape.ts';

/** Card JSON 2.0 (feishu-platform §3), as far as the product builds it. */
export type Element = { tag: string } & Record<string, unknown>;

export const TEMPLATES = ['blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange', 'red', 'grey'] as const;
export type Template = (typeof TEMPLATES)[number];

export interface Card {
  schema: '2.0';
  config: { update_multi: true; width_mode: 'default'; summary: { content: string } };
  header?: {
    title: PlainText;
    subtitle?: PlainText;
    template: Template;
    text_tag_list?: { tag: 'text_tag'; text: PlainText; color: string }[];
  };
  body: { direction: 'vertical'; padding: string; vertical_spacing: string; elements: Element[] };
}

export interface PlainText {
  tag: 'plain_text';
  content: string;
}

export interface CardParts {
  /** What the list of chats shows. */
  summary: string;
  header?: { title: string; subtitle?: string; template: Template; tags?: { text: string; color: string }[] };
  elements: Element[];
}

/** A whole card. Texts of the header are plain: nothing in them is parsed. */
export function card({ summary, header, elements }: CardParts): Card {
  return {
    schema: '2.0',
    config: { update_multi: true, width_mode: 'default', summary: { content: summary.slice(0, 80) } },
    ...(header && {
      header: {
        title: plain(header.title),
        ...(header.subtitle !== undefined && { subtitle: plain(header.subtitle) }),
        template: header.template,
        ...(header.tags && {
          text_tag_list: header.tags.map((tag) => ({
            tag: 'text_tag' as const,
            text: plain(tag.text),
            color: tag.color,
          })),
        }),
      },
    }),
    body: { direction: 'vertical', padding: '12px 12px 12px 12px', vertical_spacing: '8px', elements },
  };
}

export function plain(content: string): PlainText {
  return { tag: 'plain_text', content };
}

/** Text of which nothing is parsed. */
export function text(
  content: string,
  look: { size?: 'normal' | 'notation' | 'heading'; color?: string } = {},
): Element {
  return {
    tag: 'div',
    text: {
      ...plain(content),
      text_size: look.size ?? 'normal',
      ...(look.color !== undefined && { text_color: look.color }),
    },
  };
}

/** Markdown of our own making; whatever comes from people or data goes through `escapeMarkdown` first. */
export function markdown(content: string, look: { size?: 'normal' | 'notation' | 'heading' } = {}): Element {
  return { tag: 'markdown', content, text_size: look.size ?? 'normal' };
}

export function divider(): Element {
  return { tag: 'hr' };
}

/** A folded panel. */
export function folded(title: string, elements: Element[]): Element {
  return {
    tag: 'collapsible_panel',
    expanded: false,
    header: {
      title: plain(title),
      vertical_align: 'center',
      icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
      icon_position: 'right',
      icon_expanded_angle: -180,
    },
    border: { color: 'grey', corner_radius: '6px' },
    vertical_spacing: '8px',
    padding: '8px 8px 8px 8px',
    elements,
  };
}

export interface ButtonParts {
  label: string;
  /** What the click brings back; `action` names the entry of the list of card actions. */
  value: { action: string } & Record<string, unknown>;
  type?: 'default' | 'primary' | 'danger' | 'text' | 'primary_text';
  size?: 'small' | 'medium';
  /** Asked by the client before it sends the click. */
  confirm?: { title: string; text: string };
}

export function button({ label, value, type = 'default', size = 'medium', confirm }: ButtonParts): Element {
  return {
    tag: 'button',
    text: plain(label),
    type,
    size,
    ...(confirm && { confirm: { title: plain(confirm.title), text: plain(confirm.text) } }),
    behaviors: [{ type: 'callback', value }],
  };
}

/** Buttons beside each other, wrapping on a narrow screen. */
export function buttonRow(buttons: Element[]): Element {
  return {
    tag: 'column_set',
    flex_mode: 'flow',
    horizontal_spacing: '8px',
    columns: buttons.map((one) => ({ tag: 'column', width: 'auto', elements: [one] })),
  };
}

/** Lines of data as one paragraph. */
export function lines(all: readonly string[]): string {
  return all.map(escapeMarkdown).join('\n');
}

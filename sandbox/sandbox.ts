import type { Server } from 'node:http';
import { Actor } from './actor.ts';
import { shownMessage, shownPerson } from './api/view.ts';
import type { Parts } from './build.ts';
import type { SandboxClock } from './clock.ts';
import type { SandboxCall, SandboxMessage, SandboxPerson } from './contract.ts';
import type { Credentials, Person } from './model.ts';
import type { Fetches } from './options.ts';
import type { Faults } from './platform/faults.ts';
import { directChat, seenBy } from './state/chats.ts';
import { type GroupKey, groupId, officeOpenIds, openIdOf } from './world/seed.ts';

interface Started extends Parts {
  url: string;
  server: Server;
  mount: (app: Fetches) => void;
}

const LOOK_AGAIN_MS = 10;

/** A started sandbox, as the entry and the tests hold it. */
export class Sandbox {
  /** Base address: the page, `/sandbox/api`, `/open-apis`, `/callback/ws/endpoint` and the mounted bot. */
  readonly url: string;
  readonly clock: SandboxClock;
  readonly credentials: Credentials;
  /** open_ids of the office's members in the story. */
  readonly officeOpenIds: string[];
  readonly faults: Faults;
  readonly #started: Started;

  constructor(started: Started) {
    this.#started = started;
    this.url = started.url;
    this.clock = started.platform.clock;
    this.credentials = started.platform.credentials;
    this.faults = started.platform.faults;
    this.officeOpenIds = officeOpenIds();
  }

  /** Serves the bot on the sandbox's port from now on. */
  mount(app: Fetches): void {
    this.#started.mount(app);
  }

  /** open_id of somebody of the story: `leader-head`, `leader-power`, `office-1`, `liaison:财政局`, `stranger`… */
  openIdOf(key: string): string {
    return openIdOf(key);
  }

  /** chat_id of a group of the story. */
  groupId(key: GroupKey): string {
    return groupId(key);
  }

  /** chat_id of a person's direct chat with the bot. */
  directChatId(openId: string): string {
    return directChat(this.#started.platform.state, openId, this.clock.now()).chatId;
  }

  /** Everybody, the bot included, with the unit each speaks for. */
  people(): (SandboxPerson & { unit: string })[] {
    return this.#started.platform.state.people
      .all()
      .map((person: Person) => ({ ...shownPerson(person), unit: person.unit }));
  }

  /** Whether the platform counts calls: off while a long history is made in a short time. */
  set limitsAreOn(isOn: boolean) {
    this.#started.platform.limits.isOn = isOn;
  }

  /** Acts as a person. */
  as(openId: string): Actor {
    const { platform, conversation, acts, clicks } = this.#started;
    return new Actor({ openId, state: platform.state, conversation, acts, clicks });
  }

  /** What everybody in a chat sees, oldest first; with `as` (open_id) also what only this one is shown. */
  messagesIn(chatId: string, as = ''): SandboxMessage[] {
    const { state } = this.#started.platform;
    return seenBy(as, state.messagesIn(chatId)).map((message) => shownMessage(state, message));
  }

  /** Files that were sent or uploaded, by key. */
  fileBytes(key: string): Uint8Array | undefined {
    return this.#started.platform.state.files.get(key)?.bytes;
  }

  /** What the bot called and what was pushed to it, oldest first. */
  calls(): SandboxCall[] {
    return this.#started.platform.calls.since(0);
  }

  /**
   * Waits until `look` finds something (anything but undefined, null and false) and gives it back.
   *
   * @throws Error after `ms` milliseconds of real time.
   */
  async waitFor<T>(look: () => T | undefined | null | false, ms = 40_000): Promise<T> {
    const end = performance.now() + ms;
    for (;;) {
      const found = look();
      if (found !== undefined && found !== null && found !== false) return found;
      if (performance.now() > end) throw new Error(`the sandbox waited ${ms} ms in vain`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  /** Resolves when no push is under way; those that wait for their next try do not count. */
  idle(): Promise<void> {
    return this.#started.ladder.idle();
  }

  /** Whether cards in the answer to a click are drawn, or refused with 200673. */
  takeRawCards(takes: boolean): void {
    this.#started.platform.takesRawCards = takes;
  }

  /** HTTP status of a refused token from now on: both were seen on the real platform. */
  answerTokenErrorsWith(status: 200 | 400): void {
    this.#started.platform.tokenErrorStatus = status;
  }

  /** Changes what the tenant's administrator granted to the app. */
  grant(scope: string, isGranted = true): void {
    const { scopes } = this.#started.platform;
    if (isGranted) scopes.add(scope);
    else scopes.delete(scope);
  }

  /** Whether the bot may mention everybody in a group. */
  allowMentionAll(chatId: string, isAllowed = true): void {
    const { state } = this.#started.platform;
    const chat = state.chats.get(chatId);
    if (chat) state.putChat({ ...chat, mayMentionAll: isAllowed });
  }

  /** Makes a group one of topics, or a plain one again. */
  setTopic(chatId: string, isTopic = true): void {
    const { state } = this.#started.platform;
    const chat = state.chats.get(chatId);
    if (chat) state.putChat({ ...chat, isTopic });
  }

  /** Dissolves a group. */
  dissolve(chatId: string): void {
    const { state } = this.#started.platform;
    const chat = state.chats.get(chatId);
    if (chat) state.putChat({ ...chat, dissolved: true });
  }

  /** Moves a person into or out of the app's availability and contact range. */
  setInRange(openId: string, inRange: boolean): void {
    const { people } = this.#started.platform.state;
    const person = people.get(openId);
    if (person) people.put({ ...person, inRange });
  }

  /** The long connection: how many sockets, into how many frames messages are cut, and a way to cut the line. */
  get longConnection(): Pick<Parts['longConnection'], 'connections' | 'pieces' | 'isOut' | 'drop'> {
    return this.#started.longConnection;
  }

  /** Asks the bot for the challenge as the console does when a URL is saved. */
  verifyUrl(path: string, options?: { plain?: boolean }): Promise<{ ok: boolean; says: string }> {
    return this.#started.webhook.verifyUrl(path, options);
  }

  /** Ends everything; what was put into the database file stays there. */
  async close(): Promise<void> {
    const { ladder, server, records, longConnection } = this.#started;
    this.faults.set([]);
    await ladder.close();
    longConnection.close();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
    await records.close();
  }
}

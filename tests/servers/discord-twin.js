// Plays Discord with discord-digital-twin for the end-to-end tests. What happens there is written to standard output, one line of JSON each;
// what people do is read from standard input in the same way. It ends when its input does.
import http from "node:http";
import net from "node:net";
import readline from "node:readline";

// It would listen on every interface; a test server is for this machine alone.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  return listen.call(this, port, "127.0.0.1", ...rest);
};

// Discord tells of the application at two addresses, and it knows one of them.
const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, request, ...rest) {
  if (event === "request") request.url = request.url.replace("/oauth2/applications/@me", "/applications/@me");
  return emit.call(this, event, request, ...rest);
};

const { DigitalDiscord } = await import("discord-digital-twin");
const ids = { guild: "100", channel: "200", person: "500", bot: "7" };
const twin = new DigitalDiscord({
  guild: { id: ids.guild, name: "Lineage", ownerId: ids.person },
  channels: [{ id: ids.channel, name: "general", type: 0 }],
  users: [{ id: ids.person, username: "ada" }],
  botUser: { id: ids.bot, username: "lineage" },
  botToken: "twin-token",
});
await twin.start();

const write = line => process.stdout.write(JSON.stringify(line) + "\n");
const gateway = twin.server.gateway;
const broadcast = gateway.broadcast.bind(gateway);
gateway.broadcast = (event, data) => {
  broadcast(event, data);
  write({ event, data });
};

// Discord sends a list of direct conversations, which is always empty.
const dispatch = gateway.sendDispatch.bind(gateway);
gateway.sendDispatch = (client, event, data) =>
  dispatch(client, event, event === "READY" ? { private_channels: [], ...data } : data);

// Its messages name nobody as mentioned, whatever they say; Discord names who is.
gateway.broadcastMessageCreate = (message, guild) => {
  const mentioned = message.content.includes(`<@${ids.bot}>`) && message.author.id !== ids.bot;
  gateway.broadcast("MESSAGE_CREATE", {
    ...message,
    guild_id: guild,
    mentions: mentioned ? [{ id: ids.bot, username: "lineage", bot: true }] : [],
  });
};

const people = channel => twin.channel(channel).user(ids.person);
const actions = {
  say: ({ channel, text }) => people(channel).sendMessage({ content: text }),
  use: ({ channel, name, options }) => people(channel).runSlashCommand({ name, options }),
  // Not clickButton: with that, the first response to a button that waits is taken for the message that the button is on.
  press: ({ channel, button }) =>
    twin.simulateInteraction({ type: 3, channelId: channel, userId: ids.person, data: { custom_id: button, component_type: 2 } }),
  submit: ({ channel, form, fields }) => people(channel).submitModal({ customId: form, fields }),
  response: async ({ interaction }) => {
    await twin.channel(ids.channel).waitForInteractionAck({ interactionId: interaction });
    const { type, data } = await twin.channel(ids.channel).getInteractionResponse(interaction);
    return { type, data: data && JSON.parse(data) };
  },
};

write({ rest: `${twin.restUrl}/v10`, token: twin.botToken, ...ids });
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { action, number, ...rest } = JSON.parse(line);
  write({ done: number, result: await actions[action](rest) });
}
process.exit();

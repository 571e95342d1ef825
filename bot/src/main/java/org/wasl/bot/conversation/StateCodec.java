package org.wasl.bot.conversation;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of a state: JSON of closed types with a version. Its errors never quote what was stored. */
final class StateCodec {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StateCodec() {}

    static byte[] encode(Conversation conversation) {
        return JSON.writeValueAsBytes(conversation);
    }

    static Conversation decode(byte[] stored) {
        try {
            JsonNode tree = JSON.readTree(stored);
            int version = tree.path("version").asInt(-1);
            if (version != Conversation.VERSION) {
                throw new IllegalArgumentException(
                        "conversation state version: " + version + " (expected: " + Conversation.VERSION + ")");
            }
            return JSON.treeToValue(tree, Conversation.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "conversation state: not readable, " + stored.length + " bytes (expected: a stored conversation)");
        }
    }
}

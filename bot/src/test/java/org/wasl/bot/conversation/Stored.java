package org.wasl.bot.conversation;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes one field of a stored conversation. */
final class Stored {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Stored() {}

    static Conversation with(Conversation state, String field, Object value) {
        ObjectNode tree = (ObjectNode) JSON.readTree(StateCodec.json(state));
        tree.set(field, JSON.valueToTree(value));
        return StateCodec.decode(JSON.writeValueAsBytes(tree));
    }
}

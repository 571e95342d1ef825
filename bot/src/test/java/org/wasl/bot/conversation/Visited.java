package org.wasl.bot.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** Real data whose current flow notes every step that is walked: questions, and what lies between them. */
final class Visited {

    private static final int CALLERS = 4;
    private static final StackWalker STACK = StackWalker.getInstance();

    private final Set<String> steps = new ConcurrentSkipListSet<>();
    private final Material material;

    Visited(Material real) {
        Flow flow = real.flow(real.current());
        Flow noted = Copies.with(flow, "steps", new Noted(flow.steps()));
        Map<String, Flow> flows = new LinkedHashMap<>(real.flows());
        flows.put(real.current(), noted);
        this.material = Copies.with(real, "flows", flows);
    }

    Material material() {
        return material;
    }

    /** What was walked since the last time this was asked. */
    Set<String> taken() {
        Set<String> taken = new TreeSet<>(steps);
        steps.clear();
        return taken;
    }

    /** Answers and conditions look steps up too; only what {@link Walk} takes from the flow is walked. */
    private final class Noted extends LinkedHashMap<String, Step> {
        Noted(Map<String, Step> steps) {
            super(steps);
        }

        @Override
        public @Nullable Step get(Object id) {
            boolean walked = STACK.walk(frames -> frames.limit(CALLERS)
                    .anyMatch(frame -> frame.getClassName().equals(Walk.class.getName())
                            && frame.getMethodName().equals("to")));
            if (walked) {
                steps.add(String.valueOf(id));
            }
            return super.get(id);
        }
    }
}

package org.wasl.bot.conversation;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Copies of records with one thing changed, whatever else they come to hold. */
final class Copies {

    private Copies() {}

    @SuppressWarnings("unchecked")
    static <R extends Record> R with(R original, String component, Object value) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        if (Arrays.stream(components).noneMatch(one -> one.getName().equals(component))) {
            throw new IllegalArgumentException(
                    component + ": no component of " + original.getClass().getSimpleName());
        }
        Object[] values = new Object[components.length];
        try {
            for (int at = 0; at < components.length; at++) {
                components[at].getAccessor().setAccessible(true);
                values[at] = components[at].getName().equals(component)
                        ? value
                        : components[at].getAccessor().invoke(original);
            }
            return (R) original.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

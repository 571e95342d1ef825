package org.wasl.admin.api;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says of each record which of its parts are always there and which may be null: what is marked {@link Nullable} in the
 * code and nothing else. Forms are read leniently and refused with a reason, so they are left as they are.
 */
final class RecordSchemas implements ModelConverter {
    private static final PropertyNamingStrategies.NamingBase NAMES =
            (PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE;

    private final ObjectMapper types;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    RecordSchemas(ObjectMapper types) {
        this.types = types;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        JavaType java = types.constructType(type.getType());
        if (resolved != null && java != null && java.getRawClass().isRecord()) {
            onlyOne(resolved.get$ref(), java.getRawClass());
            describe(named(resolved, context), java.getRawClass());
        }
        return resolved;
    }

    /** Two records of one name would be told as one of them, whichever comes first. */
    private void onlyOne(@Nullable String reference, Class<?> type) {
        if (reference == null) {
            return;
        }
        String first = names.putIfAbsent(reference, type.getName());
        if (first != null && !first.equals(type.getName())) {
            throw new IllegalStateException("two records of one name in the API: " + first + " and " + type.getName());
        }
    }

    private static @Nullable Schema<?> named(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        return reference == null
                ? resolved
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void describe(@Nullable Schema<?> model, Class<?> type) {
        Map<String, Schema> properties = model == null ? null : model.getProperties();
        if (model == null || properties == null) {
            return;
        }
        model.setTypes(new LinkedHashSet<>(Set.of("object")));
        boolean form = type.getSimpleName().endsWith("Form");
        Set<String> required = new LinkedHashSet<>();
        for (RecordComponent part : type.getRecordComponents()) {
            String name = NAMES.translate(part.getName());
            Schema<?> property = properties.get(name);
            if (property == null) {
                continue;
            }
            if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            } else if (!form) {
                required.add(name);
                properties.put(name, orNull(property));
            }
        }
        model.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<Object> either = new Schema<>();
            either.setOneOf(new ArrayList<>(List.of(property, nothing())));
            return either;
        }
        Set<String> types = property.getTypes();
        if (types != null) {
            Set<String> both = new LinkedHashSet<>(types);
            both.add("null");
            property.setTypes(both);
        }
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            withNull(property);
        }
        return property;
    }

    @SuppressWarnings("unchecked")
    private static void withNull(Schema<?> property) {
        List<Object> values = new ArrayList<>(property.getEnum());
        values.add(null);
        ((Schema<Object>) property).setEnum(values);
    }

    private static Schema<?> nothing() {
        Schema<Object> none = new Schema<>();
        none.setTypes(new LinkedHashSet<>(Set.of("null")));
        return none;
    }
}

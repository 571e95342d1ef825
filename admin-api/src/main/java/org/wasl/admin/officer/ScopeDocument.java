package org.wasl.admin.officer;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Category;

/** A scope as part of an account's document. Reads accounts of the first version too, which knew territories only. */
final class ScopeDocument {
    private ScopeDocument() {}

    static Document write(Scope scope) {
        Document document = new Document("governorates", names(scope.governorates()))
                .append("languages", scope.languages().stream().sorted().toList())
                .append("categories", names(scope.categories()))
                .append("specialisms", names(scope.specialisms()))
                .append("gender", scope.gender().name())
                .append("capacity", scope.capacity())
                .append("unit", scope.unit());
        Optional.ofNullable(scope.shift())
                .ifPresent(shift -> document.append(
                        "shift", List.of(shift.from().toString(), shift.to().toString())));
        Optional.ofNullable(scope.absentUntil()).ifPresent(day -> document.append("absent", day.toString()));
        Optional.ofNullable(scope.home()).ifPresent(home -> document.append("home", home.name()));
        return document;
    }

    /** The scope of an account's document, of whatever version. */
    static Scope of(Document account) {
        Document scope = account.get("scope", Document.class);
        return scope == null ? first(account) : read(scope);
    }

    private static Scope first(Document account) {
        return Scope.of(
                list(account, "territories", Territory::valueOf),
                list(account, "languages", Function.identity()),
                Gender.valueOf(account.getString("gender")));
    }

    private static Scope read(Document scope) {
        return new Scope(
                list(scope, "governorates", Governorate::valueOf),
                list(scope, "languages", Function.identity()),
                list(scope, "categories", Category::valueOf),
                list(scope, "specialisms", Specialism::valueOf),
                Gender.valueOf(scope.getString("gender")),
                shift(scope),
                scope.getInteger("capacity", 0),
                Optional.ofNullable(scope.getString("absent"))
                        .map(LocalDate::parse)
                        .orElse(null),
                Optional.ofNullable(scope.getString("home"))
                        .map(Governorate::valueOf)
                        .orElse(null),
                Optional.ofNullable(scope.getString("unit")).orElse(""));
    }

    private static @Nullable Shift shift(Document scope) {
        List<String> hours = scope.getList("shift", String.class, List.of());
        return hours.size() == 2
                ? new Shift(LocalTime.parse(hours.getFirst()), LocalTime.parse(hours.getLast()))
                : null;
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }

    private static <T> Set<T> list(Document document, String key, Function<String, T> value) {
        return document.getList(key, String.class, List.of()).stream()
                .map(value)
                .collect(Collectors.toUnmodifiableSet());
    }
}

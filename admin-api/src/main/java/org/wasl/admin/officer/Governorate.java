package org.wasl.admin.officer;

import static org.wasl.admin.officer.Territory.FED;
import static org.wasl.admin.officer.Territory.KRI;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The nineteen governorates, by the desk's own keys; ISO 3166-2 has no confirmed code for Halabja. */
public enum Governorate {
    BG(FED),
    BA(FED),
    NI(FED),
    AN(FED),
    BB(FED),
    DI(FED),
    DQ(FED),
    KA(FED),
    KI(FED),
    MA(FED),
    MU(FED),
    NA(FED),
    QA(FED),
    SD(FED),
    WA(FED),
    AR(KRI),
    DA(KRI),
    SU(KRI),
    HA(KRI);

    private static final String ISO = "IQ-";
    private static final Map<String, Governorate> CODES = Stream.of(values())
            .flatMap(one -> Stream.of(Map.entry(one.name(), one), Map.entry(one.iso(), one)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Territory territory;

    Governorate(Territory territory) {
        this.territory = territory;
    }

    public Territory territory() {
        return territory;
    }

    /** The code facts hold. */
    public String iso() {
        return ISO + name();
    }

    /** All of a territory. */
    public static Set<Governorate> of(Territory territory) {
        return Stream.of(values()).filter(one -> one.territory == territory).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads {@code BG} or {@code IQ-BG}; empty for anything else, a place nobody named included. */
    public static Optional<Governorate> of(@Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        // Asked for every open case each time somebody opens the queue: mostly the code as facts hold it.
        Governorate known = CODES.get(code);
        return Optional.ofNullable(known == null ? CODES.get(code.toUpperCase(Locale.ROOT)) : known);
    }
}

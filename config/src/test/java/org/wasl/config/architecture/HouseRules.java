package org.wasl.config.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules the house keeps, each parameterised by a base package: the same rule runs on {@code org.wasl}, where it must
 * hold, and on a small canary house with a planted violation, where it must bite. A rule that names a package wrongly
 * passes on both and is found out by the canary.
 */
final class HouseRules {

    private final String base;

    HouseRules(String base) {
        this.base = base;
    }

    /** Each rule by its name. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.putAll(new ArrowRules(base).all());
        rules.putAll(new GivenRules(base).all());
        rules.putAll(new FormRules(base).all());
        rules.put("publicIsEarned", new PublicIsEarned(base).rule());
        return rules;
    }
}

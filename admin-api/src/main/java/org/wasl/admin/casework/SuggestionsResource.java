package org.wasl.admin.casework;

import java.util.List;
import org.wasl.admin.officer.Role;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** To whom a case could be given, and what is done where nobody fits. */
record SuggestionsResource(List<SuggestionResource> people, Suggestions.Fallback fallback) {
    static SuggestionsResource of(Suggestions suggestions) {
        return new SuggestionsResource(
                suggestions.people().stream().map(SuggestionResource::of).toList(), suggestions.fallback());
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SuggestionResource(String staffId, String name, Role role, List<Suggestion.Point> points, int weight) {
        static SuggestionResource of(Suggestion one) {
            return new SuggestionResource(one.staff().value(), one.name(), one.role(), one.points(), one.weight());
        }
    }
}

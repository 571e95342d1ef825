package org.wasl.admin.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.text.NormalText;
import org.wasl.triage.text.Token;

/**
 * Whether words name a colleague: two parts of a name as it stands in their account, one after the other. A part alone is
 * too many people's name to say anything. Whom it found is told to nobody; that it found somebody routes the case.
 */
final class StaffNames {
    /** What is in brackets behind a name is not of the name. */
    private static final String BESIDE = "[(\\[].*";

    private static final int SHORTEST = 3;
    /** And, for, with, like: written in one with the word that follows. */
    private static final String JOINED = "ولبكف";

    private final StaffDirectory directory;

    StaffNames(StaffDirectory directory) {
        this.directory = directory;
    }

    /** The colleagues these words may name. */
    Set<StaffMember> in(String words) {
        List<String> said = parts(words);
        return said.size() < 2
                ? Set.of()
                : directory.all().stream()
                        .filter(member -> named(parts(member.displayName().replaceFirst(BESIDE, "")), said))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean named(List<String> name, List<String> said) {
        for (int first = 0; first < name.size(); first++) {
            for (int next = first + 1; next < name.size(); next++) {
                if (follows(name.get(first), name.get(next), said)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean follows(String first, String next, List<String> said) {
        for (int at = 0; at + 1 < said.size(); at++) {
            if (same(said.get(at), first) && said.get(at + 1).equals(next)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(String said, String part) {
        return said.equals(part)
                || said.length() == part.length() + 1 && said.endsWith(part) && JOINED.indexOf(said.charAt(0)) >= 0;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (List<Token> sentence : NormalText.of(text).sentences()) {
            for (Token token : sentence) {
                if (token.kind() == Token.Kind.WORD && token.folded().length() >= SHORTEST) {
                    parts.add(token.folded());
                }
            }
        }
        return parts;
    }
}

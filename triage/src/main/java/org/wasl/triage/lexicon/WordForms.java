package org.wasl.triage.lexicon;

import java.util.ArrayList;
import java.util.List;

/** Expands the written form of a lexicon word: {@code (ya|ta)drib(ni|na)} is four words. Alternatives do not nest. */
public final class WordForms {

    private static final int MOST = 2_000;

    private WordForms() {}

    /** The written forms of a line, which spaces set apart. */
    public static List<String> apart(String line) {
        List<String> written = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= line.length(); at++) {
            if (at == line.length() || Character.isWhitespace(line.charAt(at))) {
                if (at > from) {
                    written.add(line.substring(from, at));
                }
                from = at + 1;
            }
        }
        return written;
    }

    /** Throws {@link IllegalArgumentException} with a reason fit for the editor of the file. */
    public static List<String> expand(String written) {
        if (written.indexOf('(') < 0) {
            return List.of(plain(written));
        }
        List<String> forms = List.of("");
        int at = 0;
        while (at < written.length()) {
            int open = written.indexOf('(', at);
            if (open < 0) {
                return appended(forms, List.of(plain(written.substring(at))));
            }
            int close = written.indexOf(')', open);
            if (close < 0) {
                throw new IllegalArgumentException("'" + written + "': bracket not closed");
            }
            forms = appended(forms, List.of(plain(written.substring(at, open))));
            forms = appended(
                    forms, List.of(inner(written.substring(open + 1, close)).split("\\|", -1)));
            at = close + 1;
        }
        return forms;
    }

    private static String plain(String part) {
        if (part.indexOf('|') >= 0 || part.indexOf(')') >= 0) {
            throw new IllegalArgumentException("'" + part + "': alternatives stand in brackets");
        }
        return part;
    }

    private static String inner(String part) {
        if (part.indexOf('(') >= 0) {
            throw new IllegalArgumentException("'" + part + "': brackets do not nest");
        }
        return part;
    }

    private static List<String> appended(List<String> forms, List<String> endings) {
        if ((long) forms.size() * endings.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " forms");
        }
        List<String> all = new ArrayList<>(forms.size() * endings.size());
        for (String form : forms) {
            for (String ending : endings) {
                all.add(form + ending);
            }
        }
        return all;
    }
}

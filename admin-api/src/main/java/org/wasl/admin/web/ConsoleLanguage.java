package org.wasl.admin.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language the console speaks. All four are complete or the build fails. */
public enum ConsoleLanguage {
    ARABIC("ar", "rtl", "العربية"),
    SORANI("ckb", "rtl", "کوردی (سۆرانی)"),
    /** Kurmanji of Duhok in the script it is read in there. */
    BADINI("kmr", "rtl", "کوردی (بادینی)"),
    ENGLISH("en", "ltr", "English");

    /** In the order they are offered. */
    public static final List<ConsoleLanguage> ALL = List.of(values());

    private final String code;
    private final String direction;
    private final String ownName;

    ConsoleLanguage(String code, String direction, String ownName) {
        this.code = code;
        this.direction = direction;
        this.ownName = ownName;
    }

    /** As in the {@code lang} attribute. */
    public String code() {
        return code;
    }

    /** As in the {@code dir} attribute. */
    public String direction() {
        return direction;
    }

    /** How its readers call it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.of(code);
    }

    /** Remembers this choice on the device the answer goes to. */
    public void choose(HttpServletResponse response) {
        ConsoleLocale.choose(response, this);
    }

    public static Optional<ConsoleLanguage> of(String code) {
        return ALL.stream().filter(language -> language.code.equals(code)).findFirst();
    }

    /** The language of a page; Arabic for one we do not speak. */
    public static ConsoleLanguage of(Locale locale) {
        return of(locale.getLanguage()).orElse(ARABIC);
    }
}

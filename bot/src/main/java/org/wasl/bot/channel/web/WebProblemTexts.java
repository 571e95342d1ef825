package org.wasl.bot.channel.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The sentences of {@link WebProblem}, in the languages of the page. They never repeat what was sent. */
final class WebProblemTexts {

    private final Properties texts = new Properties();
    private final String emergencyNumber;
    private final String emergencyNumberKri;

    WebProblemTexts(String emergencyNumber, String emergencyNumberKri) {
        this.emergencyNumber = emergencyNumber;
        this.emergencyNumberKri = emergencyNumberKri;
        try (InputStream in = WebProblemTexts.class.getResourceAsStream("problems.properties")) {
            if (in == null) {
                throw new IllegalStateException("problems.properties is missing");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String language : new String[] {"ar", "ckb", "kmr", "en"}) {
            there(language + ".numbers");
            for (WebProblem problem : WebProblem.values()) {
                there(language + "." + problem.code());
            }
        }
    }

    private void there(String key) {
        if (texts.getProperty(key) == null) {
            throw new IllegalStateException("no sentence for " + key);
        }
    }

    /** A sentence in the first language of an {@code Accept-Language} header, or in Arabic. */
    String of(WebProblem problem, @Nullable String acceptLanguage) {
        String language = language(acceptLanguage);
        return texts.getProperty(language + "." + problem.code(), "").replace("{number}", numbers(language));
    }

    /** Where anybody is, is not known here: both numbers, the second with the name of its region. */
    private String numbers(String language) {
        String number = isolated(emergencyNumber);
        return emergencyNumberKri.isEmpty()
                ? number
                : texts.getProperty(language + ".numbers", "")
                        .replace("{fed}", number)
                        .replace("{kri}", isolated(emergencyNumberKri));
    }

    private static String isolated(String number) {
        return "\u2066" + number + "\u2069";
    }

    /** The whole answer, as {@code application/problem+json}. */
    Map<String, Object> told(WebProblem problem, int status, @Nullable String acceptLanguage) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("status", status);
        body.put("code", problem.code());
        body.put("detail", of(problem, acceptLanguage));
        return body;
    }

    static String language(@Nullable String acceptLanguage) {
        String first = acceptLanguage == null ? "" : acceptLanguage.strip().toLowerCase(Locale.ROOT);
        if (first.startsWith("ckb")) {
            return "ckb";
        }
        if (first.startsWith("kmr") || first.startsWith("ku")) {
            return "kmr";
        }
        return first.startsWith("en") ? "en" : "ar";
    }
}

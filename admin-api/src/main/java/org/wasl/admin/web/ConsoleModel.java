package org.wasl.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page knows: its language and direction, the languages on offer, where it is. */
@ControllerAdvice
final class ConsoleModel {
    @ModelAttribute("language")
    ConsoleLanguage language(Locale locale) {
        return ConsoleLanguage.of(locale);
    }

    @ModelAttribute("languages")
    List<ConsoleLanguage> languages() {
        return ConsoleLanguage.ALL;
    }

    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}

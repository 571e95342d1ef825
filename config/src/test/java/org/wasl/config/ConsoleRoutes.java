package org.wasl.config;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Every page the console has, as the node itself routes them: a page somebody adds is among them by being there. */
final class ConsoleRoutes {

    private final List<String> patterns;

    private ConsoleRoutes(List<String> patterns) {
        this.patterns = patterns;
    }

    static ConsoleRoutes of(ApplicationContext node) {
        TreeSet<String> patterns = new TreeSet<>();
        node.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
                    if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET) && page(handler)) {
                        patterns.addAll(info.getPatternValues());
                    }
                }));
        return new ConsoleRoutes(List.copyOf(patterns));
    }

    private static boolean page(HandlerMethod handler) {
        Class<?> answer = handler.getReturnType().getParameterType();
        boolean data = AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class)
                || handler.hasMethodAnnotation(ResponseBody.class);
        return !data
                && Stream.of(ResponseEntity.class, SseEmitter.class).noneMatch(other -> other.isAssignableFrom(answer));
    }

    /**
     * The paths, with a sample where the route has a variable; those of other variables are left out.
     *
     * @param samples by the variable's name
     */
    List<String> paths(Map<String, String> samples) {
        return patterns.stream()
                .map(pattern -> filled(pattern, samples))
                .filter(path -> !path.contains("{"))
                .toList();
    }

    /** The routes with a variable there is no sample for, of pages that lead to a page of their own. */
    List<String> unfilled(Map<String, String> samples) {
        return patterns.stream()
                .filter(pattern -> filled(pattern, samples).contains("{"))
                .toList();
    }

    private static String filled(String pattern, Map<String, String> samples) {
        String path = pattern;
        for (Map.Entry<String, String> sample : samples.entrySet()) {
            path = path.replace("{" + sample.getKey() + "}", sample.getValue());
        }
        return path;
    }

    /** By path, the first of these seats that is shown a whole page there. Pieces of pages are nobody's. */
    static Map<String, String> reachable(List<String> paths, String console, Map<String, APIRequestContext> seats) {
        Map<String, String> reachable = new TreeMap<>();
        for (String path : paths) {
            for (Map.Entry<String, APIRequestContext> seat : seats.entrySet()) {
                APIResponse answer = seat.getValue()
                        .get(
                                console + path,
                                RequestOptions.create()
                                        .setHeader("Accept", "text/html")
                                        .setMaxRedirects(0));
                boolean whole = answer.status() == 200 && answer.text().startsWith("<!DOCTYPE html>");
                answer.dispose();
                if (whole) {
                    reachable.put(path, seat.getKey());
                    break;
                }
            }
        }
        return reachable;
    }
}

package org.wasl.admin.officer;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** The build's gate on routes: each says who may call it, or why everybody may. */
public final class RouteRule {
    private RouteRule() {}

    /** Every route below a package that does not say. */
    public static List<String> violations(String base) {
        return controllers(base).stream()
                .flatMap(type -> routes(type).stream())
                .filter(method -> !says(method))
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .sorted()
                .toList();
    }

    /** How many routes there are, so that a rule that looks at none is noticed. */
    public static int routes(String base) {
        return controllers(base).stream().mapToInt(type -> routes(type).size()).sum();
    }

    /**
     * One route.
     *
     * @param method the class and method behind it
     * @param address {@code GET /cases/{number}}
     * @param asked the permissions it asks for; none where it is open
     */
    public record Route(String method, String verb, String pattern, Permission... asked) {
        public String address() {
            return verb + " " + pattern;
        }

        public boolean open() {
            return asked.length == 0;
        }
    }

    /** Every route below a package, by its address. */
    public static List<Route> described(String base) {
        List<Route> described = new ArrayList<>();
        for (Class<?> type : controllers(base)) {
            RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            String prefix = above == null || above.path().length == 0 ? "" : above.path()[0];
            for (Method method : routes(type)) {
                RequestMapping mapping = Objects.requireNonNull(
                        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class));
                Requires requires = method.getAnnotation(Requires.class);
                for (String path : paths(mapping)) {
                    described.add(new Route(
                            type.getSimpleName() + "." + method.getName(),
                            mapping.method().length == 0 ? "ANY" : mapping.method()[0].name(),
                            prefix + path,
                            requires == null ? new Permission[0] : requires.value()));
                }
            }
        }
        described.sort(
                Comparator.comparing(Route::pattern).thenComparing(Route::verb).thenComparing(Route::method));
        return described;
    }

    private static String[] paths(RequestMapping mapping) {
        return mapping.path().length == 0 ? new String[] {""} : mapping.path();
    }

    private static boolean says(Method method) {
        Requires requires = method.getAnnotation(Requires.class);
        Open open = method.getAnnotation(Open.class);
        boolean asks = requires != null && requires.value().length > 0;
        boolean opens = open != null && !open.because().isBlank();
        return asks != opens;
    }

    private static List<Class<?>> controllers(String base) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        List<Class<?>> types = new ArrayList<>();
        scanner.findCandidateComponents(base)
                .forEach(found -> types.add(ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), RouteRule.class.getClassLoader())));
        return types;
    }

    private static List<Method> routes(Class<?> type) {
        List<Method> routes = new ArrayList<>();
        ReflectionUtils.doWithMethods(
                type, routes::add, method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class));
        return routes;
    }
}

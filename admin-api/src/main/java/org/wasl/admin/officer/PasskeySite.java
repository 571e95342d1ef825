package org.wasl.admin.officer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Where passkeys are made and taken.
 *
 * @param id the domain they are bound to
 * @param origins the addresses a browser may show
 */
record PasskeySite(String id, Set<String> origins) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Empty where a browser would not use a passkey at all: the console was asked for under another name. */
    static Optional<PasskeySite> of(HttpServletRequest request, FactorSettings settings) {
        if (!settings.origins().isEmpty()) {
            return Optional.of(new PasskeySite(settings.site(), Set.copyOf(settings.origins())));
        }
        String host = request.getServerName();
        if (!host.equals(settings.site()) && !host.endsWith("." + settings.site())) {
            return Optional.empty();
        }
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? HTTPS : HTTP);
        String origin = request.getScheme() + "://" + host + (usual ? "" : ":" + port);
        return Optional.of(new PasskeySite(settings.site(), Set.of(origin)));
    }
}

package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.wasl.admin.officer.OneTimeSignIn;
import org.wasl.admin.officer.StaffDirectory;

class WithoutDemonstrationIT {
    private static final ConsoleNode NODE = ConsoleNode.start();
    private static final String PASSWORD = "correct horse battery";

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Test
    void theFirstAdministratorComesInOnceAndInvitesTheRest() {
        assertThat(NODE.bean(StaffDirectory.class).aRealPersonHasSignedIn()).isFalse();
        String path = NODE.bean(OneTimeSignIn.class).pathForFirstAdministrator().orElseThrow();
        assertThat(path).startsWith("/join#");
        String token = path.substring("/join#".length());

        Browser amal = new Browser(NODE);
        assertThat(join(amal, token, "amal").statusCode()).isEqualTo(302);
        assertThat(amal.get("/staff").statusCode()).isEqualTo(200);
        assertThat(join(new Browser(NODE), token, "other").statusCode()).isEqualTo(403);
        assertThat(NODE.bean(OneTimeSignIn.class).pathForFirstAdministrator()).isEmpty();
        assertThat(NODE.bean(StaffDirectory.class).aRealPersonHasSignedIn()).isTrue();

        Browser bahar = new Browser(NODE);
        amal.post("/staff", "/staff", "name", "Bahar", "role", "ADMINISTRATOR");
        // While nobody else could agree, the first administrator brings in the second alone.
        assertThat(join(bahar, invitation(agreed(amal)), "bahar").statusCode()).isEqualTo(302);

        amal.post("/staff", "/staff", "name", "Layla", "role", "OPERATOR", "languages", "ckb", "territories", "KRI");
        assertThat(agreed(amal).statusCode()).isEqualTo(409);
        String invitation = invitation(agreed(bahar));
        Browser layla = new Browser(NODE);
        assertThat(join(layla, invitation, "layla").statusCode()).isEqualTo(302);
        assertThat(layla.get("/queue").statusCode()).isEqualTo(200);

        Browser again = new Browser(NODE);
        assertThat(again.post("/sign-in", "/sign-in", "username", "layla", "password", "wrong password here")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> in =
                again.post("/sign-in", "/sign-in", "username", "Layla", "password", PASSWORD, "next", "/account");
        assertThat(Browser.location(in)).endsWith("/account");
    }

    /** Presses the one "agree" on the page. */
    private static HttpResponse<String> agreed(Browser browser) {
        String id = browser.get("/staff").body().split("/confirmation\"")[0];
        return browser.post("/staff", "/staff/" + id.substring(id.length() - 32) + "/confirmation", "agreed", "true");
    }

    private static String invitation(HttpResponse<String> page) {
        return page.body().split("/join#")[1].substring(0, 43);
    }

    @Test
    void nobodyComesInByOneClickOrASeat() {
        Browser browser = new Browser(NODE);

        assertThat(browser.get("/demonstration/sign-in/operator").statusCode()).isEqualTo(404);
        assertThat(browser.post("/sign-in", "/demonstration/sign-in/operator").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/seat/operator/queue").statusCode()).isEqualTo(404);
    }

    @Test
    void signingInLeadsNowhereElse() {
        assertThat(new Browser(NODE)
                        .get("/sign-in?next=https://elsewhere.example")
                        .body())
                .doesNotContain("elsewhere");
        assertThat(new Browser(NODE).get("/sign-in?next=//elsewhere.example").body())
                .doesNotContain("elsewhere");
    }

    private static HttpResponse<String> join(Browser browser, String token, String name) {
        return browser.post("/join", "/join", "token", token, "username", name, "password", PASSWORD);
    }
}

package io.boxoffice.fleet.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which a person becomes a demo user. */
@RestController
class LoginController {
    private final String page;

    LoginController() throws IOException {
        page = new ClassPathResource("login.html", LoginController.class).getContentAsString(UTF_8);
    }

    @GetMapping("/login")
    ResponseEntity<String> login(CsrfToken csrf, @RequestParam(required = false) @Nullable String error) {
        var html = page.replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()))
                .replace("{{error}}", error == null ? "hidden" : "");
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'")
                .body(html);
    }
}

package io.boxoffice.fleet.mail;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page for people, and the paths by which Mailpit is asked whether it lives. */
@RestController
class PageController {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
            + "connect-src 'self'; img-src 'self' data: cid:; frame-src 'self'; base-uri 'none'; form-action 'none'";

    @GetMapping("/")
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", POLICY)
                .body(new ClassPathResource("mailbox.html", PageController.class));
    }

    @GetMapping(
            path = {"/livez", "/readyz"},
            produces = MediaType.TEXT_PLAIN_VALUE)
    String alive() {
        return "ok";
    }
}

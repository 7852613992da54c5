package io.boxoffice.event.show;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Page;
import io.boxoffice.common.web.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {
    private final Catalogue catalogue;
    private final Showcase showcase;

    SearchController(Catalogue catalogue, Showcase showcase) {
        this.catalogue = catalogue;
        this.showcase = showcase;
    }

    /** The parameters are read from the request, so that an unknown or repeated one is refused, too. */
    @Parameter(name = "q", in = ParameterIn.QUERY, schema = @Schema(type = "string", maxLength = 200))
    @Parameter(name = "category", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "artist", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "venue_id", in = ParameterIn.QUERY, schema = @Schema(type = "string", format = "uuid"))
    @Parameter(name = "city", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "from", in = ParameterIn.QUERY, schema = @Schema(type = "string", format = "date-time"))
    @Parameter(name = "to", in = ParameterIn.QUERY, schema = @Schema(type = "string", format = "date-time"))
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = EventStatus.class))
    @Parameter(name = "mine", in = ParameterIn.QUERY, schema = @Schema(type = "boolean"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @GetMapping("/api/v1/events")
    Page<EventView> search(
            @Parameter(hidden = true) Optional<Caller> caller, @Parameter(hidden = true) HttpServletRequest request) {
        var parameters = request.getParameterMap();
        if (caller.isEmpty() && QueryRules.asksForOwn(parameters)) {
            throw new ProblemException(HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign in to see your own events.");
        }
        var query = QueryRules.read(parameters, caller.map(Caller::sub).orElse(null));
        var found = query.organizer() == null ? showcase.page(query) : showcase.load(query);
        return new Page<>(catalogue.views(found.items()), found.nextCursor());
    }
}

package io.boxoffice.gateway;

import io.boxoffice.gateway.accesstoken.AccessTokenCheck;
import io.boxoffice.gateway.apidoc.ApiDocs;
import io.boxoffice.gateway.browser.CrossOrigin;
import io.boxoffice.gateway.browser.SafeAnswers;
import io.boxoffice.gateway.door.FrontDoor;
import io.boxoffice.gateway.edge.BodyLimit;
import io.boxoffice.gateway.edge.EdgeTrust;
import io.boxoffice.gateway.identity.BearerCheck;
import io.boxoffice.gateway.observe.ObservedRequests;
import io.boxoffice.gateway.problem.ProblemWriter;
import io.boxoffice.gateway.ratelimit.AccountLimit;
import io.boxoffice.gateway.ratelimit.AddressLimit;
import io.boxoffice.gateway.route.RouteMatch;
import io.boxoffice.gateway.trace.RequestId;
import io.boxoffice.gateway.web.WebApp;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FrontDoorConfiguration {

    /** The order of work for every request; what passes the last step is forwarded. */
    @Bean
    FrontDoor frontDoor(
            ApplicationContext context,
            ProblemWriter problems,
            RequestId requestId,
            EdgeTrust edgeTrust,
            SafeAnswers safeAnswers,
            CrossOrigin crossOrigin,
            WebApp webApp,
            AddressLimit addressLimit,
            ApiDocs apiDocs,
            RouteMatch routeMatch,
            BodyLimit bodyLimit,
            BearerCheck bearerCheck,
            AccountLimit accountLimit,
            ObservedRequests observedRequests,
            AccessTokenCheck accessTokenCheck) {
        return new FrontDoor(
                context,
                problems,
                List.of(
                        requestId,
                        edgeTrust,
                        safeAnswers,
                        crossOrigin,
                        webApp,
                        addressLimit,
                        apiDocs,
                        routeMatch,
                        bodyLimit,
                        bearerCheck,
                        accountLimit,
                        observedRequests,
                        accessTokenCheck));
    }
}

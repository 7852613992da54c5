package io.boxoffice.event.image;

import io.boxoffice.common.web.BodyLimits;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImageConfiguration {
    private static final long LARGEST_IMAGE = 10 * 1024 * 1024;
    private static final Pattern UPLOAD = Pattern.compile("/api/v1/events/[^/]+/images");

    @Bean
    BodyLimits bodyLimits() {
        return request -> UPLOAD.matcher(request.getRequestURI()).matches() ? LARGEST_IMAGE : BodyLimits.USUAL;
    }
}

package io.boxoffice.waitingroom.lane;

import io.boxoffice.common.web.ProblemBodies;
import io.boxoffice.waitingroom.queue.Polls;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class LaneConfiguration {

    /** Behind request ids and observation, before security. Filters are made before all else, so it finds its way later. */
    @Bean
    FilterRegistrationBean<PollLane> pollLane(ObjectProvider<Polls> polls, ProblemBodies problems, JsonMapper json) {
        var lane = new FilterRegistrationBean<>(new PollLane(polls, problems, json));
        lane.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return lane;
    }
}

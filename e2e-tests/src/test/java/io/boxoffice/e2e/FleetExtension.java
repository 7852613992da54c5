package io.boxoffice.e2e;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one fleet of this run, and the one sale on it, to whichever test asks for it; JUnit closes it with the run. */
public final class FleetExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(FleetExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        fleet(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type.equals(TestFleet.class) || type.equals(Season.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Season.class) ? season(context) : fleet(context);
    }

    /** Played once, when the first test wants to look at it. */
    private static Season season(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Season.class, unused -> played(fleet(context)), Season.class);
    }

    private static Season played(TestFleet fleet) {
        try {
            return Season.play(fleet);
        } catch (Exception failed) {
            throw new IllegalStateException("the sale that the tests look at could not be played", failed);
        }
    }

    private static TestFleet fleet(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(TestFleet.class, unused -> TestFleet.start(), TestFleet.class);
    }
}

package io.boxoffice.e2e.openapi;

import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.ProofOfWork;
import io.boxoffice.e2e.generated.ApiClient;
import io.boxoffice.e2e.generated.ApiException;
import io.boxoffice.e2e.generated.api.BoxofficeApi;
import io.boxoffice.e2e.generated.model.ChallengeRequest;
import io.boxoffice.e2e.generated.model.EntryAnswer;
import io.boxoffice.e2e.generated.model.HoldAnswer;
import io.boxoffice.e2e.generated.model.JoinRequest;
import io.boxoffice.e2e.generated.model.OrderRequest;
import io.boxoffice.e2e.generated.model.OrderView;
import io.boxoffice.e2e.generated.model.PlaceHold;
import io.boxoffice.e2e.generated.model.PurchaseRequest;
import io.boxoffice.e2e.generated.model.ResaleOrder;
import io.boxoffice.e2e.generated.model.SolutionRequest;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fan who knows the generated client and nothing else. */
record GeneratedFan(BoxofficeApi api, UUID event, Device device) {

    private static final String CARD = "pm_card_visa";

    /** A call that may ask for work first. */
    interface Challenged<T> {
        T with(@Nullable String clearance) throws ApiException;
    }

    static GeneratedFan of(String gateway, Person person, UUID event) {
        Device device = Device.random("generated-" + UUID.randomUUID(), new SplittableRandom());
        return new GeneratedFan(api(gateway, person), event, device);
    }

    static BoxofficeApi api(String gateway, Person person) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(gateway);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + person.accessToken()));
        return new BoxofficeApi(client);
    }

    EntryAnswer joins() throws ApiException {
        JoinRequest join = new JoinRequest().deviceId(device.id()).secretHash(device.secretHash());
        return cleared(
                ChallengeRequest.PurposeEnum.JOIN,
                clearance -> api.postEventsByEventIdQueueEntries(event, join, clearance));
    }

    /** The access token, once there is one; polling too soon is no error. */
    Optional<String> admission(EntryAnswer entry) throws ApiException {
        try {
            return Optional.ofNullable(
                    api.getEventsByEventIdQueueEntriesMe(event, entry.getQueueToken(), device.secret(), null)
                            .getAccessToken());
        } catch (ApiException refused) {
            if (refused.getCode() == 429) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    HoldAnswer holds(PlaceHold wish, String accessToken) throws ApiException {
        return cleared(
                ChallengeRequest.PurposeEnum.HOLD,
                clearance -> api.postEventsByEventIdHolds(event, key(), wish, accessToken, device.id(), clearance));
    }

    OrderView buys(HoldAnswer hold, String accessToken) throws ApiException {
        BigDecimal total = api.getEventsByEventIdHoldsByHoldIdQuote(event, hold.getHoldId(), accessToken, device.id())
                .getTotal();
        OrderRequest order =
                new OrderRequest().holdId(hold.getHoldId()).paymentMethod(CARD).expectedTotal(total);
        return cleared(
                ChallengeRequest.PurposeEnum.ORDER,
                clearance -> api.postEventsByEventIdOrders(event, key(), order, accessToken, device.id(), clearance));
    }

    ResaleOrder buysOn(UUID listing, BigDecimal total) throws ApiException {
        PurchaseRequest purchase = new PurchaseRequest().paymentMethod(CARD).expectedTotal(total);
        return cleared(
                ChallengeRequest.PurposeEnum.ORDER,
                clearance ->
                        api.postResaleListingsByListingIdPurchase(listing, key(), purchase, device.id(), clearance));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    private <T> T cleared(ChallengeRequest.PurposeEnum purpose, Challenged<T> call) throws ApiException {
        try {
            return call.with(null);
        } catch (ApiException refused) {
            if (refused.getCode() != 403 || !refused.getResponseBody().contains("challenge-required")) {
                throw refused;
            }
            return call.with(clearance(purpose));
        }
    }

    private String clearance(ChallengeRequest.PurposeEnum purpose) throws ApiException {
        var challenge = api.postChallenges(new ChallengeRequest()
                .purpose(purpose)
                .eventId(event)
                .deviceId(device.id())
                .type(ChallengeRequest.TypeEnum.POW));
        var pow = challenge.getPow();
        long number = ProofOfWork.solve(pow.getSalt(), pow.getChallenge(), pow.getMaxnumber())
                .orElseThrow();
        return api.postChallengesByChallengeIdSolutions(
                        challenge.getChallengeId(), new SolutionRequest().number(number))
                .getClearance();
    }
}

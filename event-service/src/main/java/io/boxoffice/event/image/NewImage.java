package io.boxoffice.event.image;

/** A picture that came in and is one. */
public record NewImage(String hash, String mediaType, byte[] content) {

    /** Where it will be. */
    public String url() {
        return Images.PATH + hash;
    }
}

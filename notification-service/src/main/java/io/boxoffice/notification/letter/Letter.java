package io.boxoffice.notification.letter;

/** One kind of letter. */
interface Letter {

    Kind kind();

    /** Writes it from what its owners tell now; the failure of whoever does not answer goes through. */
    Draft draft(Owed owed);
}

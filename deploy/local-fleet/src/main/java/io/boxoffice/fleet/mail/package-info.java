/**
 * A mail sink: takes every mail by SMTP, keeps it, and shows it by Mailpit's API and on a page. Sends nothing on, and
 * knows nothing of what the mails are about.
 */
@NullMarked
package io.boxoffice.fleet.mail;

import org.jspecify.annotations.NullMarked;

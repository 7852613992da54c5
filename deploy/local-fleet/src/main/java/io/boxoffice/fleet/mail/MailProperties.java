package io.boxoffice.fleet.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mail comes in.
 *
 * @param smtpPort port of the SMTP server; 0 takes a free one
 */
@ConfigurationProperties("mail")
record MailProperties(@DefaultValue("2525") int smtpPort) {}

package dev.inquest.app.postgres;

import java.util.Optional;

/**
 * Who comes in as whom.
 *
 * @param owner migrates and grants, nothing else
 * @param rehearsal owns the scratch database, nothing elsewhere; empty where there is none
 */
public record Logins(Login owner, Login agent, Login gate, Optional<Login> rehearsal) {}

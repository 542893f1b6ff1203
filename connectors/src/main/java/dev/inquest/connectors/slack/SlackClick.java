package dev.inquest.connectors.slack;

import dev.inquest.gate.decision.DecisionCommand.Choice;

/**
 * A click on one of a card's two buttons.
 *
 * @param team the workspace of the person who clicked
 * @param button the opaque value that the gate gave the card
 */
record SlackClick(String team, String user, Choice choice, String button) {}

package dev.inquest.app.investigation;

/** The data of every durable task: an id, as JSON. What it stands for is read when it runs. */
public record TaskId(String id) {}

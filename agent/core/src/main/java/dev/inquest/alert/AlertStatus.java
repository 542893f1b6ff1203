package dev.inquest.alert;

/** Whether a monitor says that the condition still holds. */
public enum AlertStatus {
  FIRING,
  RESOLVED
}

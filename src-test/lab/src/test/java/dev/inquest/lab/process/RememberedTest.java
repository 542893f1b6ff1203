package dev.inquest.lab.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RememberedTest {
  @Test
  void findsTheProcessItRemembers() {
    ProcessHandle self = ProcessHandle.current();
    assertThat(Remembered.of(self).find()).contains(self);
  }

  @Test
  void anotherProcessWithTheSameIdIsNotIt() {
    long pid = ProcessHandle.current().pid();
    assertThat(new Remembered(pid, "2001-01-01T00:00:00Z").find()).isEmpty();
  }
}

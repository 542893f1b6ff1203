-- Who may do what. Run by the owner after every migration; what is not granted here is not allowed.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA agent TO inquest_agent, inquest_gate;
GRANT USAGE ON SCHEMA gate TO inquest_gate, inquest_agent;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  agent.delivery, agent.incident, agent.episode, agent.investigation, agent.stage_result, agent.evidence,
  agent.diagnosis, agent.timeline, agent.recorded_change, agent.database_baseline, agent.report, agent.criticism, agent.shadow_diagnosis,
  agent.scheduled_tasks TO inquest_agent;
GRANT INSERT ON agent.proposal_request, agent.event TO inquest_agent;
GRANT SELECT ON gate.proposal, gate.decision, gate.playbook_version, gate.playbook_use TO inquest_agent;

GRANT SELECT ON agent.proposal_request, agent.event TO inquest_gate;
GRANT SELECT (incident, id, sha256) ON agent.evidence TO inquest_gate;
GRANT SELECT, INSERT, UPDATE ON
  gate.request, gate.proposal, gate.warrant, gate.card, gate.announcement, gate.event_cursor, gate.local_user, gate.pause TO inquest_gate;
GRANT SELECT, UPDATE ON gate.lock TO inquest_gate;
GRANT SELECT, INSERT ON gate.decision, gate.audit, gate.playbook_version, gate.playbook_use TO inquest_gate;
GRANT SELECT, INSERT, DELETE ON gate.relayed_event TO inquest_gate;
GRANT SELECT, INSERT, UPDATE, DELETE ON gate.scheduled_tasks TO inquest_gate;

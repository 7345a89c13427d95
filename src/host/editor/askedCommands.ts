/* What the reading view leaves to VS Code's own inputs, by the command that does it. */
export const commandFor = {
  tagByList: 'argmark.tagSelection',
  armTag: '_argmark.armTagByList',
  addUnstated: 'argmark.addUnstatedPremise',
  goTo: 'argmark.goToAnnotation',
  goToHeading: 'argmark.goToHeading',
  goToConclusion: 'argmark.goToConclusion',
  goToPremise: 'argmark.goToPremise',
  copyQuote: 'argmark.copyQuote',
  toggleAnnouncements: 'argmark.toggleAnnouncements',
  reviewDrift: 'argmark.reviewDrift',
  reattachDragged: '_argmark.reattachDragged',
  navigateBack: 'workbench.action.navigateBack',
  navigateForward: 'workbench.action.navigateForward',
} as const;

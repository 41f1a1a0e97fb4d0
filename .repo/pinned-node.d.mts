export declare function pinnedNode(
  home: string,
): Readonly<{ version: string; folder: string; path: string; isThere: boolean }> | undefined;

<#import "base.ftl" as base>
<@base.page title="JBake"><@base.items of=published_posts/></@base.page>
